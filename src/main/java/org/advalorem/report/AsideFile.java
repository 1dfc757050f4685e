package org.advalorem.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file in the making, under a name of its own in the folder of the file that it is to become.
 *
 * <p>Its writer holds a lock on it for as long as it lives, and only the owner may read it. A run that was killed leaves its
 * file behind, unlocked: the next run that writes to the folder removes it. If the program is told to end, the writer has
 * some seconds to finish; then what there is is kept as a partial file.
 */
public final class AsideFile implements Closeable {
    /** How long the writer has once the program is told to end. */
    public static final int PATIENCE_SECONDS = 20;

    private static final String START = ".advalorem-";
    private static final String END = ".tmp";
    private static final int MOST_TRIES = 1000;
    private static final String OWNER_ONLY = "rw-------";

    /** The lock is on a byte that no file has, because a lock on other bytes keeps readers from them on some systems. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** Those of this program: to open and close one of them would release its lock. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Optional<Set<PosixFilePermission>> permissions;
    private final Path path;
    private final FileChannel channel;
    private final Consumer<Path> kept;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private boolean moved;

    private AsideFile(Path target, Consumer<Path> kept, int patienceSeconds) throws IOException {
        this.target = target;
        this.kept = kept;
        // without links, so that a file of ours has one name
        Path folder =
                Optional.ofNullable(target.getParent()).orElse(Path.of("")).toRealPath();
        sweep(folder);
        permissions = permissions(target, folder);
        Opened opened = open(folder);
        path = opened.path();
        channel = opened.channel();
        hook = new Thread(() -> rescue(patienceSeconds), "advalorem-rescue");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already, and whoever holds it up waits for this too
        }
    }

    /**
     * Begins a file.
     *
     * @param target the file that it is to become
     * @param kept told of the partial file, if one is kept
     */
    public static AsideFile of(Path target, Consumer<Path> kept) throws IOException {
        return of(target, kept, PATIENCE_SECONDS);
    }

    /** The same, with that patience once the program is told to end. */
    public static AsideFile of(Path target, Consumer<Path> kept, int patienceSeconds) throws IOException {
        return new AsideFile(target, kept, patienceSeconds);
    }

    /** The file, open for writing. */
    public FileChannel channel() {
        return channel;
    }

    private record Opened(Path path, FileChannel channel) {}

    private static Opened open(Path folder) throws IOException {
        long pid = ProcessHandle.current().pid();
        for (int i = 1; i <= MOST_TRIES; i++) {
            Path path = folder.resolve(START + pid + (i == 1 ? "" : "-" + i) + END);
            if (!OPEN.add(path)) {
                continue;
            }
            try {
                FileChannel channel = FileChannel.open(
                        path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(folder));
                // another run may have swept it away before it was locked
                if (isLocked(channel) && Files.exists(path)) {
                    return new Opened(path, channel);
                }
                channel.close();
            } catch (FileAlreadyExistsException e) {
                // that of a process of the same number, on another machine perhaps
            } catch (IOException | RuntimeException e) {
                OPEN.remove(path);
                throw e;
            }
            OPEN.remove(path);
        }
        throw new FileSystemException(folder.toString(), null, "no temporary file can be made");
    }

    /** Whether the file is locked now, or cannot be locked by anyone. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return hasPermissions(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The permissions of the finished file: those of the file that it replaces, else those of any new file. */
    private static Optional<Set<PosixFilePermission>> permissions(Path target, Path folder) throws IOException {
        if (!hasPermissions(folder)) {
            return Optional.empty();
        }
        if (Files.exists(target)) {
            return Optional.of(Files.getPosixFilePermissions(target));
        }
        Path sample = folder.resolve(START + ProcessHandle.current().pid() + "-new" + END);
        try {
            Files.deleteIfExists(sample);
            Files.createFile(sample);
            return Optional.of(Files.getPosixFilePermissions(sample));
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            // swept away, or made, by another run
            return Optional.empty();
        } finally {
            Files.deleteIfExists(sample);
        }
    }

    /** Removes the files of runs that are gone. */
    private static void sweep(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, START + "*" + END)) {
            for (Path path : left) {
                if (!OPEN.contains(path)) {
                    removeUnlocked(path);
                }
            }
        } catch (IOException e) {
            // nothing depends on it
        }
    }

    private static void removeUnlocked(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED, 1, false)) {
            if (lock != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // another user's, or still written
        }
    }

    /** Moves the whole file into place. */
    public synchronized void replace() throws IOException {
        finish();
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        moved = true;
    }

    /**
     * Moves the whole file into place if there is none.
     *
     * @throws FileAlreadyExistsException if there is one
     */
    public synchronized void create() throws IOException {
        finish();
        try {
            // unlike a move, a link never replaces what another run has made meanwhile
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.move(path, target);
            moved = true;
        }
    }

    /** Keeps what there is beside the target, under a name that is free and is told. */
    public synchronized void keep() throws IOException {
        if (moved) {
            return;
        }
        finish();
        for (int i = 1; !moved; i++) {
            Path beside = target.resolveSibling(partialName(String.valueOf(target.getFileName()), i));
            try {
                Files.move(path, beside);
                moved = true;
                kept.accept(beside);
            } catch (FileAlreadyExistsException e) {
                if (i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The name with {@code partial} before its ending, so that the file can be read as what it is. */
    private static String partialName(String name, int number) {
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return name.substring(0, end) + ".partial" + (number == 1 ? "" : "-" + number) + name.substring(end);
    }

    /** Leaves the file as it is to be, on the disk. */
    private void finish() throws IOException {
        channel.force(true);
        if (permissions.isPresent()) {
            Files.setPosixFilePermissions(path, permissions.get());
        }
    }

    /** Keeps what there is if the program is told to end and the writer does not finish in time. */
    private void rescue(int patienceSeconds) {
        try {
            if (!closed.await(patienceSeconds, TimeUnit.SECONDS)) {
                keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // what is there stays as it was, and the next run removes the rest
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (!moved) {
                moved = true;
                Files.deleteIfExists(path);
            }
        }
        // only now: whoever finds it unlocked may remove it
        channel.close();
        OPEN.remove(path);
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending, and the hook has been released
        }
    }
}
