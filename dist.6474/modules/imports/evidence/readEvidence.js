import { suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { inputProblem } from '../readInput.js';
import { fileHead } from './fileHead.js';
import { scalingManifests } from './group/scalingManifests.js';
import { manifestEvidenceOf } from './kubernetes/manifestEvidence.js';
import { podEvidenceOf } from './kubernetes/podEvidence.js';
import { evidenceReaders } from './readers.js';
import { chosenNames } from './series/candidatesOf.js';
import { joinSeries } from './series/joinSeries.js';
/** Reads any mix of files, each told by its content; what is wrong with one hides no other. */
export async function readEvidence(files, options) {
    const { found, workloads, manifests, problems } = await readFiles([...new Set(files)], options);
    const events = found.flatMap(({ podEvents }) => podEvents ?? []);
    const pods = found.flatMap((one) => (one.pods === undefined ? [] : [podEvidenceOf(one.pods, events, workloads)]));
    const joined = joinSeries(found, { asked: options.series, workloads });
    const scaling = scalingManifests(found.flatMap((one) => one.scaling ?? []));
    const evidence = [
        manifests,
        scaling.evidence,
        ...pods.map((one) => [one.evidence]),
        ...found.map((one) => one.evidence),
    ].flat();
    return {
        evidence: evidence.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file)),
        recording: joined.recording,
        warnings: [...found, ...pods, joined].flatMap((one) => one.warnings),
        problems: [...problems, ...scaling.problems, ...joined.problems, ...unknownNames(options, found)],
    };
}
/** The files that tell whose series and pods are wanted come first: manifests. */
async function readFiles(files, options) {
    const found = [];
    const problems = [];
    const attempt = async (read) => {
        try {
            found.push(await read());
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            problems.push(...thrown.problems);
        }
    };
    const told = [];
    for (const file of files) {
        await attempt(() => {
            told.push({ file, reader: readerOf(file) });
            return { evidence: [], warnings: [] };
        });
    }
    for (const { file, reader } of told)
        if (reader.isFirst === true)
            await attempt(() => reader.read(file, options));
    const set = manifestEvidenceOf(found.flatMap((one) => one.manifests ?? []));
    found.push({ evidence: [], warnings: set.warnings });
    const workloads = options.workloads ?? set.workloads;
    for (const { file, reader } of told) {
        if (reader.isFirst !== true)
            await attempt(() => reader.read(file, { ...options, workloads }));
    }
    return { found, workloads, manifests: set.evidence, problems: [...problems, ...set.problems] };
}
function readerOf(file) {
    const head = fileHead(file);
    const reader = evidenceReaders.find((one) => one.recognises(head));
    if (reader !== undefined)
        return reader;
    throw inputProblem(file, {
        code: 'unknown-kind',
        what: `is none of the kinds of files that are read; it begins with "${head.text.trimStart().slice(0, 60)}"`,
        why: `Files are told by their content: ${evidenceReaders.map(({ summary }) => summary).join('; ')}.`,
        fix: 'save it in one of these forms.',
    });
}
/** Names of `--series` that no file has. */
function unknownNames({ series }, found) {
    const known = new Set(found.flatMap((one) => [...(one.names ?? []), ...chosenNames(one)]));
    return series.flatMap(({ name, role }) => {
        if (known.has(name))
            return [];
        const what = `--series "${name}=${role}" names no series of these files`;
        const why = 'It would say nothing.';
        return [{ code: 'unknown-series', where: {}, what, why, fix: suggestion(name, [...known].slice(0, 40)) }];
    });
}
