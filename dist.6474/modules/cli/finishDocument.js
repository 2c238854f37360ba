import { ProblemError } from '../base/problem.js';
import { quotedLines, visibleLine } from '../base/visible.js';
import { defaultReporters } from '../report/index.js';
import { json } from '../report/json.js';
import { regressionLines } from '../report/regressionText.js';
import { revisionSummary } from '../report/revisionText.js';
import { renderTerminal } from '../report/terminal.js';
import { hasResults } from '../results/results.js';
import { withBaseline, writeBaseline } from './baselineFile.js';
import { gateExitCode } from './gate.js';
import { tellGithub } from './githubOutput.js';
import { asksForAnnotations, writeReports } from './reportFiles.js';
import { showWarnings } from './showWarnings.js';
/** Compares with the baseline, writes the reports, shows the results and judges them. */
export async function finishDocument(finishing) {
    const { options, baseline, allowEmpty, isInterrupted } = finishing;
    const document = withBaseline(finishing.document, { baseline, limits: options.limits, allowEmpty });
    const gate = { gate: options.gate, reference: finishing.reference };
    const { plan } = finishing;
    let written = { paths: [], leftOut: [] };
    let blocked;
    try {
        if (plan !== undefined)
            written = await writeReports(plan, document, gate);
    }
    catch (thrown) {
        // What took long to compute is shown first.
        if (!(thrown instanceof ProblemError))
            throw thrown;
        blocked = thrown;
    }
    await show(document, finishing, written.paths);
    for (const note of written.leftOut)
        finishing.output.say(note);
    await tellGithub({
        document,
        gate,
        output: finishing.output,
        files: finishing.files,
        isAsked: asksForAnnotations(options),
        isStdoutTaken: options.json,
    });
    if (options.baseline?.isUpdate === true)
        updateBaseline(finishing);
    if (blocked !== undefined)
        throw blocked;
    return gateExitCode(document, { ...gate, isInterrupted });
}
/** Half a comparison must never become the measure of later ones. */
function updateBaseline({ options, document, isInterrupted, output }) {
    if (options.baseline === undefined)
        return;
    const isWhole = !isInterrupted && document.scenarios.every(({ policies }) => policies.every(hasResults));
    if (!isWhole) {
        output.say(`${options.baseline.file}: not written, for a policy failed or the comparison was interrupted.`);
        return;
    }
    writeBaseline(options.baseline, document);
    output.note(`${options.baseline.file}: written.`);
}
/** The same words for `run` and `compare`: what was written, or how to get it. */
function writtenText(files, plan) {
    if (files.length === 0 && plan !== undefined)
        return 'could not be written';
    if (files.length === 0)
        return `none written; --out DIR writes ${defaultReporters.map(({ fileName }) => fileName).join(' and ')}`;
    return files.join(', ');
}
async function show(document, finishing, written) {
    const { options, output, again, wallSeconds, reference, warnings } = finishing;
    if (options.json) {
        await output.write(json.render(document, { color: false, unicode: true, verbose: false }));
        if (written.length > 0 && !options.watch)
            output.note(`written: ${written.join(', ')}`);
    }
    else {
        const text = renderTerminal(document, {
            color: output.color,
            unicode: output.unicode,
            verbose: options.verbose,
            gate: { gate: options.gate, reference },
            again,
            ...(wallSeconds === undefined ? {} : { wallSeconds }),
            written: writtenText(written, finishing.plan),
            ...(output.columns === undefined ? {} : { columns: output.columns }),
            ...(reference === undefined ? {} : { reference }),
        });
        const gate = { gate: options.gate, reference };
        const against = [
            ...document.scenarios.flatMap((scenario) => regressionLines(scenario)),
            ...revisionSummary(document, gate),
        ];
        await output.write(against.length === 0 ? text : `${text}\n${against.map((line) => `  ${visibleLine(line)}\n`).join('')}`);
    }
    showWarnings(warnings, { output, verbose: options.verbose });
    for (const { policies } of document.scenarios) {
        for (const policy of policies) {
            if (!hasResults(policy) && policy.failure.kind !== 'interrupted')
                output.say(quotedLines(policy.failure.message));
        }
    }
}
