import { ProblemError } from '../../base/problem.js';
/** A mistake in a trace file, as the error that ends the command with exit code 104. */
export function traceProblem({ file, line, code, what, why, fix }) {
    return new ProblemError([{ code, where: line === undefined ? { file } : { file, line }, what, why, fix }]);
}
