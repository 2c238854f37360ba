/** Takes a value out of a list. @returns whether it was in it */
export declare function remove(list: number[], value: number): boolean;
