/** Problems that are shown of one file; whoever mends so many runs it again. */
export const PROBLEM_LIMIT = 30;
/** The first problems of a file, and how many more there are. `moreCount` are some that were not even put into words. */
export function fewProblems(problems, moreCount = 0) {
    const restCount = Math.max(0, problems.length - PROBLEM_LIMIT) + moreCount;
    if (restCount === 0)
        return [...problems];
    const shown = problems.slice(0, PROBLEM_LIMIT);
    const { file, line, column } = shown[shown.length - 1].where;
    const rest = {
        code: 'more-problems',
        where: { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line, column }) },
        what: `${restCount} more ${restCount === 1 ? 'problem follows' : 'problems follow'}`,
        why: `The first ${shown.length} are shown.`,
        fix: 'fix these first.',
    };
    return [...shown, rest];
}
