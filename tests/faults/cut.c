/* cut.c: a layer under a program that loses what was never synced, as a power cut does.
 *
 * Loaded by LD_PRELOAD. It keeps in memory how to undo every write below the folder CUT_DIR that
 * no fsync has made safe yet. At the cut it undoes them and ends the program with 137:
 *   - just before one of the next few changing calls on SIGUSR2, or before the CUT_AFTER-th;
 *   - CUT_MODE=drop undoes everything; CUT_MODE=torn leaves some sectors (512 or 4096 bytes, drawn
 *     from CUT_SEED) as they were last written, and only the older part of the name changes.
 * A synced file whose folder was never synced is lost by its name, as POSIX allows.
 *
 * What it does not see: writes through mmap (SQLite's -shm index is rebuilt, so it is left out),
 * through stdio, by a program that makes system calls without libc, and mkdir (taken as safe).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

enum kind { BYTES, SIZE, CREATED, RENAMED, UNLINKED };

/* A file with unsynced bytes, held by an O_PATH descriptor: closing such a one, unlike any other,
 * does not drop the locks that SQLite holds on the same file. */
struct file {
    struct file *next;
    dev_t dev;
    ino_t ino;
    int path_fd;
    int undos;
};

/* One thing to undo. `dev` and `ino` name what must be synced to make it safe: the file for
 * BYTES and SIZE, the folder for the changes of names. */
struct undo {
    struct undo *older;
    enum kind kind;
    dev_t dev;
    ino_t ino;
    struct file *file;
    off_t at, length, size_before;
    unsigned char *before; /* `had` old bytes from `at`; what lay past the end is not there */
    off_t had;
    char *name, *from, *kept; /* kept: a second link to what the name stood for */
};

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct undo *newest;
static struct file *files;
static char folder[PATH_MAX];
static int torn;
static uint64_t seed;
static long cut_after, calls, kept_links;

static void *real(const char *name) {
    void *symbol = dlsym(RTLD_NEXT, name);
    if (!symbol) {
        dprintf(2, "cut: libc has no %s\n", name);
        _exit(70);
    }
    return symbol;
}

/* ---- the cut ---- */

static uint64_t mix(uint64_t x) { /* splitmix64 */
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* A sector is wholly new or wholly old, whichever writes touched it. */
static int sector_survives(const struct undo *u, off_t sector) {
    return mix(seed ^ mix(u->ino) ^ (uint64_t)sector) & 1;
}

static void put_back(int fd, const struct undo *u, off_t from, off_t to) {
    static const unsigned char nothing[4096];
    off_t known = u->at + u->had < to ? u->at + u->had : to;
    if (known > from) REAL(pwrite)(fd, u->before + (from - u->at), known - from, from);
    for (off_t at = known > from ? known : from; at < to;) {
        off_t n = to - at < (off_t)sizeof nothing ? to - at : (off_t)sizeof nothing;
        REAL(pwrite)(fd, nothing, n, at);
        at += n;
    }
}

static void undo_torn(int fd, const struct undo *u) {
    if (u->kind == SIZE && u->had > 0 && mix(seed ^ u->ino ^ (uint64_t)u->at) & 1)
        put_back(fd, u, u->at, u->at + u->had);
    if (u->kind != BYTES) return;
    off_t grain = mix(seed ^ u->ino) & 1 ? 512 : 4096, end = u->at + u->length;
    for (off_t at = u->at; at < end;) {
        off_t next = (at / grain + 1) * grain;
        if (next > end) next = end;
        if (!sector_survives(u, at / grain)) put_back(fd, u, at, next);
        at = next;
    }
}

static void undo_file(const struct undo *u) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", u->file->path_fd);
    int fd = REAL(open)(path, O_RDWR);
    if (fd < 0) return;
    if (torn) {
        undo_torn(fd, u);
    } else {
        if (u->had > 0) REAL(pwrite)(fd, u->before, u->had, u->at);
        REAL(ftruncate)(fd, u->size_before);
    }
    close(fd);
}

static void undo_name(const struct undo *u) {
    if (u->kind == CREATED) REAL(unlink)(u->name);
    if (u->kind == RENAMED) REAL(rename)(u->name, u->from);
    if (u->kept) REAL(rename)(u->kept, u->name);
}

/* Called with the gate shut, so that no other thread writes while the past is put back. */
static void cut(void) {
    long names = 0, writes = 0, lost_names = 0;
    for (struct undo *u = newest; u; u = u->older) u->file ? writes++ : names++;
    /* A file system's own journal keeps name changes in order: the older ones survive. */
    long surviving = torn && names ? (long)(mix(seed) % (uint64_t)(names + 1)) : 0;
    for (struct undo *u = newest; u; u = u->older) {
        if (u->file) undo_file(u);
        else if (lost_names < names - surviving) lost_names++, undo_name(u);
    }
    dprintf(2, "cut: after %ld calls, %s: %ld unsynced writes, %ld of %ld names undone\n",
            calls, torn ? "torn" : "drop", writes, lost_names, names);
    _exit(137);
}

static void *watch(void *set) {
    int signal;
    sigwait(set, &signal);
    /* Waiting for the gate would always cut just after a sync. A few calls later is anywhere;
     * a program that makes no more calls is cut all the same. */
    pthread_mutex_lock(&gate);
    cut_after = calls + 1 + (long)(mix(seed ^ (uint64_t)calls) % 16);
    pthread_mutex_unlock(&gate);
    usleep(100 * 1000);
    pthread_mutex_lock(&gate);
    cut();
    return NULL;
}

__attribute__((constructor)) static void begin(void) {
    const char *dir = getenv("CUT_DIR"), *mode = getenv("CUT_MODE");
    const char *text = getenv("CUT_SEED"), *after = getenv("CUT_AFTER");
    if (!dir || !realpath(dir, folder)) {
        dprintf(2, "cut: CUT_DIR must name a folder\n");
        _exit(70);
    }
    torn = mode && strcmp(mode, "torn") == 0;
    seed = text ? strtoull(text, NULL, 10) : 1;
    cut_after = after ? atol(after) : 0;
    static sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    pthread_sigmask(SIG_BLOCK, &set, NULL); /* before any thread, so that all of them inherit it */
    pthread_t thread;
    if (pthread_create(&thread, NULL, watch, &set)) _exit(70);
}

/* ---- what is watched ---- */

static void shut(void) { pthread_mutex_lock(&gate); }

static void open_gate(void) {
    int kept = errno;
    pthread_mutex_unlock(&gate);
    errno = kept;
}

static void count_call(void) {
    if (++calls == cut_after) cut();
}

static int below(const char *path) {
    size_t n = strlen(folder);
    return n > 0 && strncmp(path, folder, n) == 0 && path[n] == '/';
}

static int path_of(int fd, char path[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return 1;
}

static int absolute(int at, const char *given, char path[PATH_MAX]) {
    char base[PATH_MAX];
    if (given[0] == '/') return snprintf(path, PATH_MAX, "%s", given) < PATH_MAX;
    if (at == AT_FDCWD ? !getcwd(base, sizeof base) : !path_of(at, base)) return 0;
    return snprintf(path, PATH_MAX, "%s/%s", base, given) < PATH_MAX;
}

/* The file behind a descriptor, whichever descriptor it is: found by inode, so that dup, reuse of
 * numbers and several openings need no book-keeping. NULL when it is none of ours. */
static struct file *file_of(int fd, struct stat *st) {
    char path[PATH_MAX];
    if (fstat(fd, st) || !S_ISREG(st->st_mode)) return NULL;
    for (struct file *f = files; f; f = f->next)
        if (f->ino == st->st_ino && f->dev == st->st_dev) return f;
    if (fcntl(fd, F_GETFL) & O_DSYNC) return NULL; /* synced by each write */
    if (!path_of(fd, path) || !below(path)) return NULL;
    size_t n = strlen(path);
    if (n > 4 && strcmp(path + n - 4, "-shm") == 0) return NULL;
    struct file *f = calloc(1, sizeof *f);
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    f->path_fd = REAL(open)(link, O_PATH | O_CLOEXEC);
    f->dev = st->st_dev;
    f->ino = st->st_ino;
    f->next = files;
    return files = f;
}

static void push(struct undo *u) {
    u->older = newest;
    newest = u;
    if (u->file) u->file->undos++;
}

/* Remembers `length` bytes from `at` before they change; `kind` SIZE for a change of length. */
static void remember(int fd, enum kind kind, off_t at, off_t length) {
    struct stat st;
    struct file *f = file_of(fd, &st);
    if (!f || length < 0) return;
    count_call();
    struct undo *u = calloc(1, sizeof *u);
    u->kind = kind, u->file = f, u->dev = f->dev, u->ino = f->ino;
    u->at = at, u->length = length, u->size_before = st.st_size;
    off_t there = st.st_size > at ? st.st_size - at : 0;
    u->had = there < length ? there : length;
    if (u->had > 0) {
        u->before = malloc(u->had);
        u->had = pread(fd, u->before, u->had, at);
    }
    push(u);
}

static void remember_name(enum kind kind, const char *name, const char *from, const char *kept) {
    char parent[PATH_MAX];
    struct stat st;
    snprintf(parent, sizeof parent, "%s", name);
    char *slash = strrchr(parent, '/');
    if (slash) *slash = 0;
    if (stat(parent, &st)) return;
    struct undo *u = calloc(1, sizeof *u);
    u->kind = kind, u->dev = st.st_dev, u->ino = st.st_ino;
    u->name = strdup(name);
    u->from = from ? strdup(from) : NULL;
    u->kept = kept ? strdup(kept) : NULL;
    push(u);
}

/* A second link to `path` outside the folder, so that a name that goes can come back. */
static const char *keep(const char *path, char kept[PATH_MAX]) {
    if (snprintf(kept, PATH_MAX, "%s.cut", folder) >= PATH_MAX) return NULL;
    mkdir(kept, 0700);
    if (snprintf(kept, PATH_MAX, "%s.cut/%ld", folder, ++kept_links) >= PATH_MAX) return NULL;
    return REAL(linkat)(AT_FDCWD, path, AT_FDCWD, kept, 0) == 0 ? kept : NULL;
}

static void drop_undo(struct undo *u) {
    if (u->kept) REAL(unlink)(u->kept);
    if (u->file) u->file->undos--;
    free(u->before), free(u->name), free(u->from), free(u->kept), free(u);
}

static void drop_safe_files(void) {
    for (struct file **f = &files; *f;) {
        struct file *old = *f;
        if (old->undos > 0) {
            f = &old->next;
            continue;
        }
        *f = old->next;
        close(old->path_fd);
        free(old);
    }
}

/* What `fd` stands for has been synced: nothing of it is undone any more. */
static void now_safe(int fd) {
    struct stat st;
    if (fstat(fd, &st)) return;
    for (struct undo **u = &newest; *u;) {
        struct undo *old = *u;
        if (old->ino != st.st_ino || old->dev != st.st_dev) {
            u = &old->older;
            continue;
        }
        *u = old->older;
        drop_undo(old);
    }
    drop_safe_files();
}

static int sync_with(int (*sync)(int), int fd) {
    shut();
    count_call();
    int answer = sync(fd);
    if (answer == 0) now_safe(fd);
    open_gate();
    return answer;
}

int fsync(int fd) { return sync_with(REAL(fsync), fd); }
int fdatasync(int fd) { return sync_with(REAL(fdatasync), fd); }

/* ---- opening ---- */

static int open_watched(int at, const char *given, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat st;
    int writes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
    if (!writes || flags & O_PATH || !absolute(at, given, path) || !below(path))
        return REAL(openat)(at, given, flags, mode);
    shut();
    count_call();
    int existed = fstatat(at, given, &st, 0) == 0;
    /* Reading is needed to remember, and the old bytes must outlive O_TRUNC. */
    int wanted = (flags & ~O_TRUNC & ~O_ACCMODE) | O_RDWR;
    int fd = REAL(openat)(at, given, wanted, mode);
    if (fd >= 0 && !existed && (flags & O_TMPFILE) != O_TMPFILE)
        remember_name(CREATED, path, NULL, NULL);
    if (fd >= 0 && existed && flags & O_TRUNC) {
        remember(fd, SIZE, 0, st.st_size);
        REAL(ftruncate)(fd, 0);
    }
    open_gate();
    return fd;
}

#define MODE(flags, mode)                                \
    mode_t mode = 0;                                     \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) { \
        va_list more;                                    \
        va_start(more, flags);                           \
        mode = va_arg(more, mode_t);                     \
        va_end(more);                                    \
    }

int open(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_watched(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_watched(AT_FDCWD, path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_watched(at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_watched(at, path, flags, mode);
}
int creat(const char *path, mode_t mode) {
    return open_watched(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

/* ---- writing ---- */

/* Sockets and pipes pass without the gate: a signal's own writer must never wait for it. */
static int is_file(int fd) {
    struct stat st;
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static off_t place(int fd) {
    struct stat st;
    if (fcntl(fd, F_GETFL) & O_APPEND) return fstat(fd, &st) ? 0 : st.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

static off_t total(const struct iovec *parts, int count) {
    off_t sum = 0;
    for (int i = 0; i < count; i++) sum += (off_t)parts[i].iov_len;
    return sum;
}

#define WATCHED(type, fd, kind, at, length, call) \
    if (!is_file(fd)) return call;                \
    shut();                                       \
    remember(fd, kind, at, length);               \
    type answer = call;                           \
    open_gate();                                  \
    return answer;

ssize_t write(int fd, const void *bytes, size_t n) {
    WATCHED(ssize_t, fd, BYTES, place(fd), (off_t)n, REAL(write)(fd, bytes, n))
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    WATCHED(ssize_t, fd, BYTES, place(fd), total(parts, count), REAL(writev)(fd, parts, count))
}
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) {
    WATCHED(ssize_t, fd, BYTES, at, (off_t)n, REAL(pwrite)(fd, bytes, n, at))
}
ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t at) { return pwrite(fd, bytes, n, at); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    WATCHED(ssize_t, fd, BYTES, at, total(parts, count), REAL(pwritev)(fd, parts, count, at))
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
    return pwritev(fd, parts, count, at);
}

static off_t tail_from(int fd, off_t at) {
    struct stat st;
    return fstat(fd, &st) || st.st_size < at ? 0 : st.st_size - at;
}

int ftruncate(int fd, off_t size) {
    WATCHED(int, fd, SIZE, size, tail_from(fd, size), REAL(ftruncate)(fd, size))
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }
int fallocate(int fd, int mode, off_t at, off_t n) {
    WATCHED(int, fd, SIZE, at, mode ? tail_from(fd, at) : 0, REAL(fallocate)(fd, mode, at, n))
}
int fallocate64(int fd, int mode, off_t at, off_t n) { return fallocate(fd, mode, at, n); }
int posix_fallocate(int fd, off_t at, off_t n) {
    WATCHED(int, fd, SIZE, at, 0, REAL(posix_fallocate)(fd, at, n))
}
int posix_fallocate64(int fd, off_t at, off_t n) { return posix_fallocate(fd, at, n); }

/* Copies inside the kernel are refused; Rust's standard library then reads and writes. */
ssize_t copy_file_range(int in, off_t *a, int out, off_t *b, size_t n, unsigned flags) {
    (void)in, (void)a, (void)out, (void)b, (void)n, (void)flags;
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile(int out, int in, off_t *at, size_t n) {
    if (!is_file(out)) return REAL(sendfile)(out, in, at, n);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int out, int in, off_t *at, size_t n) { return sendfile(out, in, at, n); }

/* ---- names ---- */

static int rename_watched(int a, const char *from, int b, const char *to, unsigned flags) {
    char old[PATH_MAX], new[PATH_MAX], kept[PATH_MAX];
    if (!absolute(a, from, old) || !absolute(b, to, new) || !below(new))
        return REAL(renameat2)(a, from, b, to, flags);
    shut();
    count_call();
    const char *covered = access(new, F_OK) == 0 ? keep(new, kept) : NULL;
    int answer = REAL(renameat2)(a, from, b, to, flags);
    if (answer == 0) remember_name(RENAMED, new, old, covered);
    else if (covered) REAL(unlink)(covered);
    open_gate();
    return answer;
}

int rename(const char *from, const char *to) {
    return rename_watched(AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat(int a, const char *from, int b, const char *to) {
    return rename_watched(a, from, b, to, 0);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    return rename_watched(a, from, b, to, flags);
}

static int unlink_watched(int at, const char *given, int flags) {
    char path[PATH_MAX], kept[PATH_MAX];
    if (flags & AT_REMOVEDIR || !absolute(at, given, path) || !below(path))
        return REAL(unlinkat)(at, given, flags);
    shut();
    count_call();
    const char *saved = keep(path, kept);
    int answer = REAL(unlinkat)(at, given, flags);
    if (answer == 0 && saved) remember_name(UNLINKED, path, NULL, saved);
    else if (saved) REAL(unlink)(saved);
    open_gate();
    return answer;
}

int unlink(const char *path) { return unlink_watched(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return unlink_watched(at, path, flags); }

int linkat(int a, const char *from, int b, const char *to, int flags) {
    char path[PATH_MAX];
    if (!absolute(b, to, path) || !below(path)) return REAL(linkat)(a, from, b, to, flags);
    shut();
    count_call();
    int answer = REAL(linkat)(a, from, b, to, flags);
    if (answer == 0) remember_name(CREATED, path, NULL, NULL);
    open_gate();
    return answer;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
