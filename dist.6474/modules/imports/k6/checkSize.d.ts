/** Ends on options that no person wrote, before anything recurses into them or copies them. @throws ProblemError */
export declare function checkSize(options: unknown, file: string): void;
