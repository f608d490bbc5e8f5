/* cut_check.c: does known things below the folder given, some synced and some not, and then cuts
 * itself. The layer is sound when just the unsynced ones are gone afterwards. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SIZE = 65536 };
static char block[SIZE];

static void must(int ok, const char *what) {
    if (ok) return;
    perror(what);
    _exit(71);
}

static int fill(const char *name, char with, int flags) {
    int fd = open(name, flags, 0600);
    must(fd >= 0, name);
    memset(block, with, SIZE);
    must(pwrite(fd, block, SIZE, 0) == SIZE, "pwrite");
    return fd;
}

static void sync_folder(void) {
    int fd = open(".", O_RDONLY | O_DIRECTORY);
    must(fsync(fd) == 0, "fsync of the folder");
    close(fd);
}

int main(int count, char **args) {
    must(count == 2 && chdir(args[1]) == 0, "chdir");
    const char *names[] = {"overwritten", "synced", "gone", "old-name", "covered", "cut-short", "appended"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int fd = fill(names[i], 'a', O_RDWR | O_CREAT);
        must(fdatasync(fd) == 0, "fdatasync");
        close(fd);
    }
    sync_folder();

    /* Synced through a second descriptor of the same file: safe. */
    int fd = fill("synced", 'b', O_RDWR);
    int reader = open("synced", O_RDONLY);
    must(fsync(reader) == 0, "fsync");

    /* From here on nothing is synced. */
    close(fill("overwritten", 'b', O_WRONLY));
    fd = open("appended", O_WRONLY | O_APPEND);
    must(write(fd, block, SIZE) == SIZE, "write");
    must((fd = open("cut-short", O_WRONLY | O_TRUNC)) >= 0, "open");
    must(unlink("gone") == 0, "unlink");
    must(rename("old-name", "covered") == 0, "rename");
    fd = fill("nameless", 'c', O_RDWR | O_CREAT); /* bytes synced, the name in the folder is not */
    must(fsync(fd) == 0, "fsync");
    must(write(1, "ready\n", 6) == 6, "write");
    kill(getpid(), SIGUSR2);
    for (;;) pause();
}
