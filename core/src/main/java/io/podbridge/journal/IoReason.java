package io.podbridge.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;

/** Why a file could not be used, and what to do about it. Java says the same thing in several ways, depending on the class that was asked. */
final class IoReason {
    private static final Map<String, String> ADVICE = Map.of(
            "No space left on device", "make room on its file system and try again",
            "Disk quota exceeded", "make room on its file system and try again",
            "Read-only file system", "choose a journal directory that can be written",
            "Permission denied", "run as the owner of the journal directory, or choose another",
            "Not a directory", "part of its path is a file; choose another journal directory",
            "File exists", "a file is in the way; choose another journal directory",
            "Is a directory", "move that directory away",
            "No such file or directory", "somebody has removed it meanwhile; try again");

    private IoReason() {}

    /**
     * The reason.
     *
     * @param e what was thrown
     * @return a clause that can follow a colon: the kernel's words, and what to do where that is known
     */
    static String of(IOException e) {
        String words = words(e);
        String advice = ADVICE.get(words);
        return advice == null ? words : words + "; " + advice;
    }

    private static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "File exists";
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        if (e instanceof FileSystemException failure) {
            return Objects.requireNonNullElse(failure.getReason(), message);
        }
        // The message of this one is "PATH (WORDS)".
        return e instanceof FileNotFoundException && message.endsWith(")")
                ? message.substring(message.lastIndexOf('(') + 1, message.length() - 1)
                : message;
    }
}
