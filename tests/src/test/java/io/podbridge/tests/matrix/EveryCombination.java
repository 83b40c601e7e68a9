package io.podbridge.tests.matrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test that is run with every value of each of its parameters that are enums; what comes behind them is for others to resolve. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(EveryCombination.Source.class)
public @interface EveryCombination {

    /** Reads the parameters. */
    final class Source implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            Object[][] values = Arrays.stream(context.getRequiredTestMethod().getParameterTypes()).filter(Class::isEnum)
                    .map(Class::getEnumConstants).toArray(Object[][]::new);
            return Combinations.of(values);
        }
    }
}
