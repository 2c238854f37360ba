/** The form of a file that `--format` names. @throws ProblemError with exit code 2 for one that does not exist */
export declare function formatNamed<Form>(name: string, forms: Readonly<Record<string, Form>>): Form;
