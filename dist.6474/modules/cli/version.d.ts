/** The version in package.json. */
export declare function packageVersion(): string;
