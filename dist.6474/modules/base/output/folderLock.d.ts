/** Has one program at a time rename its files into a folder, so that a set of files is of one run. @throws what the file system says */
export declare function withFolderLock<T>(folder: string, action: () => T): T;
