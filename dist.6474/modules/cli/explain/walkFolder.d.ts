/**
 * The files in a folder and below it that end so, as they would be typed, sorted by path.
 *
 * Hidden ones and `node_modules` are left out; links to folders are not followed, for they may lead in circles.
 * @throws ProblemError when there are too many, or a folder cannot be read
 */
export declare function walkFolder(folder: string, endings: readonly string[]): string[];
