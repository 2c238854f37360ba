import * as node from 'node:fs';
/** The calls by which files come to be. */
export type FileSystem = Pick<typeof node, 'accessSync' | 'chmodSync' | 'chownSync' | 'closeSync' | 'fstatSync' | 'fsyncSync' | 'ftruncateSync' | 'lstatSync' | 'mkdirSync' | 'openSync' | 'readSync' | 'readdirSync' | 'readlinkSync' | 'renameSync' | 'rmdirSync' | 'statSync' | 'statfsSync' | 'unlinkSync' | 'writeSync'>;
/** Everything that writes goes through this object, so that a test can let each call fail in turn. */
export declare const fileSystem: FileSystem;
