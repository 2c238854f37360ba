import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { problemLines } from '../../base/problem.js';
import { junitMark, junitText } from '../../report/junitText.js';
import { annotationLimit, workflowCommand } from '../../report/workflowCommand.js';
import { defaultFolder } from '../reportFiles.js';
import { unknownName } from '../usageError.js';
import { packageVersion } from '../version.js';
import { findingsOf } from './findingsOf.js';
import { sarif, sarifMark } from './sarif.js';
const explainReports = [
    {
        name: 'sarif',
        fileName: 'explain.sarif',
        mark: sarifMark,
        render: (explanation) => sarif(findingsOf(explanation), { version: packageVersion(), pathOf: repositoryPath }),
    },
    {
        name: 'junit',
        fileName: 'explain-junit.xml',
        mark: junitMark,
        render: (explanation) => explanationJunit(explanation, packageVersion()),
    },
];
/** Lines on stdout, no file. */
const annotations = 'github';
/** What `--report` of `explain` may name. */
export const explainReportNames = [...explainReports.map(({ name }) => name), annotations];
/**
 * What `--report` and `--out` ask for; the folder is made and tried at once.
 *
 * On GitHub's runners the annotations come unasked, as those of `compare` do.
 * @throws ProblemError with exit code 2 for a report there is none of, 106 when the folder cannot be written
 */
export function planExplainReports({ report, out, json }) {
    const all = explainReports.map(({ name }) => name);
    const names = report === undefined ? (out === undefined ? [] : all) : report.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !explainReportNames.includes(name));
    if (unknown !== undefined)
        throw unknownName('--report of explain', unknown, explainReportNames);
    const folder = out ?? defaultFolder;
    const files = explainReports.filter(({ name }) => names.includes(name));
    checkOutputs(files.map(({ fileName, mark }) => ({ path: join(folder, fileName), mark })));
    const isAnnotated = names.includes(annotations) || process.env.GITHUB_ACTIONS === 'true';
    return {
        async write(explanation, output) {
            writeFiles(files.map(({ fileName, mark, render }) => ({ path: join(folder, fileName), mark, text: render(explanation) })));
            if (!isAnnotated)
                return;
            await output.command(annotationLines(findingsOf(explanation), repositoryPath), json);
        },
    };
}
/**
 * Findings as annotations on GitHub, beside their lines.
 *
 * @param pathOf a file's path from the root of the repository
 */
export function annotationLines(findings, pathOf) {
    return ['error', 'warning', 'note'].flatMap((level) => {
        const own = findings.filter((finding) => finding.level === level).map((finding) => commandOf(finding, pathOf));
        const shown = own.length <= annotationLimit ? own : own.slice(0, annotationLimit - 1);
        const rest = own.length - shown.length;
        const more = { level: levels[level], title: 'dryscale explain', message: `and ${rest} more` };
        return [...shown, ...(rest === 0 ? [] : [more])].map(workflowCommand);
    });
}
const levels = { error: 'error', warning: 'warning', note: 'notice' };
function commandOf({ level, problem, place }, pathOf) {
    const { code, what, why, fix } = problem;
    const where = { ...place, file: pathOf(place.file) };
    return { level: levels[level], place: where, title: `dryscale: ${code}`, message: `${what}. ${why} Fix: ${fix}` };
}
/** A suite a file: a case for each manifest and each error of it; a file that is refused is an error. Warnings fail nothing. */
export function explanationJunit({ files }, version) {
    return junitText(files.map((one) => ({ name: one.file, properties: [['dryscale', version]], cases: casesOf(one) })));
}
function casesOf({ manifests, problems }) {
    const refused = problems.map((problem) => {
        return { name: problem.code, error: { type: problem.code, message: problemLines(problem).join('\n') } };
    });
    const lints = manifests.flatMap(({ platform, manifest }) => {
        const name = `${platform.name} ${manifest.name}`;
        const errors = manifest.lint().filter(({ level }) => level === 'error');
        if (errors.length === 0)
            return [{ name }];
        return errors.map((lint) => {
            return { name: `${name}: ${lint.code}`, failure: { type: lint.code, message: problemLines(lint).join('\n') } };
        });
    });
    return [...refused, ...lints];
}
/** A file's path from the root of the repository that the working folder is in, as code hosts name it; else as it was given. */
function repositoryPath(file) {
    const root = repositoryRoot(process.cwd());
    const path = root === undefined ? file : relative(root, resolve(file));
    const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
    return (isOutside ? file : path).split(sep).join('/');
}
function repositoryRoot(folder) {
    for (let here = folder;; here = dirname(here)) {
        // A file in a worktree or submodule, else a folder.
        if (existsSync(join(here, '.git')))
            return here;
        if (here === dirname(here))
            return undefined;
    }
}
