/** The errors of the system that a path can cause, in words. Others are shown by their names. */
const reasons = {
    ENOENT: ['not-found', 'is not found', 'check the path.'],
    ENOTDIR: ['not-found', 'is not found: a part of its path is a file', 'check the path.'],
    ENAMETOOLONG: ['not-found', 'is not found: its name is too long', 'check the path.'],
    ERR_INVALID_ARG_VALUE: ['not-found', 'is not found: its path has a NUL character', 'remove it.'],
    EISDIR: ['is-a-folder', 'is a folder, not a regular file', 'name a file in it.'],
    EACCES: ['no-permission', 'cannot be read: no permission', 'change its permissions (chmod u+r).'],
    EPERM: ['no-permission', 'cannot be read: no permission', 'change its permissions (chmod u+r).'],
    ELOOP: ['link-loop', 'cannot be read: its links form a loop', 'mend the link.'],
    ENXIO: ['not-a-file', 'is a socket or a device, not a regular file', 'name a regular file.'],
    ENODEV: ['not-a-file', 'is a device, not a regular file', 'name a regular file.'],
    EMFILE: ['unreadable', 'cannot be opened: this process has too many open files', 'raise the limit (ulimit -n).'],
    ENFILE: ['unreadable', 'cannot be opened: the system has too many open files', 'close other programs.'],
    EIO: ['unreadable', 'cannot be read: the disk reports an error', 'copy the file from another place.'],
    ESTALE: ['unreadable', 'cannot be read: the network drive has lost it', 'mount the drive again.'],
};
/** What an error of the system says of a file. */
export function systemWords(systemCode) {
    const unknown = ['unreadable', `cannot be read (${systemCode})`, 'check the path.'];
    const [code, what, fix] = reasons[systemCode] ?? unknown;
    return { code, what, fix };
}
/** The name of an error of the system, such as ENOENT. */
export function systemCodeOf(thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown error';
}
