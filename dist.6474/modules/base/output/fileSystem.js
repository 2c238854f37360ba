import * as node from 'node:fs';
/** Everything that writes goes through this object, so that a test can let each call fail in turn. */
export const fileSystem = { ...node };
