/** A line that GitHub's runners take for an annotation. Source: GitHub's page "Workflow commands for GitHub Actions". */
export interface WorkflowCommand {
    readonly level: 'error' | 'warning' | 'notice';
    /** A path of the repository; the first line when none is given. */
    readonly place?: {
        readonly file: string;
        readonly line?: number;
        readonly column?: number;
    } | undefined;
    readonly title: string;
    readonly message: string;
}
/** GitHub shows ten annotations of each level a step. */
export declare const annotationLimit = 10;
/** The command as GitHub's own toolkit writes it. */
export declare function workflowCommand({ level, place, title, message }: WorkflowCommand): string;
