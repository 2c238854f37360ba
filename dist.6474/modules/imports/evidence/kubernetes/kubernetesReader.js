import { fieldAt } from '../../../platforms/fieldAt.js';
import { manifestDocuments } from '../../../platforms/manifestDocuments.js';
import { manifestLimitBytes } from '../../../platforms/manifestLimit.js';
import { inputChunks, inputProblem } from '../../readInput.js';
import { JsonStream } from '../json/jsonStream.js';
import { podEventOf, podObjectOf } from './podObject.js';
/** What Kubernetes' API gives or takes: pods and events as they are, manifests of everything else. */
export const kubernetesReader = {
    name: 'kubernetes',
    summary: 'manifests (HPA, ScaledObject, Deployment, List), kubectl get pods|events -o json|yaml',
    isFirst: true,
    recognises: ({ text }) => /(^|[\s{,"])"?apiVersion"?\s*:/.test(text) && /(^|[\s{,"])"?kind"?\s*:/.test(text),
    read(file) {
        const isJson = /^\s*[[{]/.test(firstOf(inputChunks(file)));
        const sorted = new SortedObjects();
        if (!isJson)
            for (const { value } of manifestDocuments(textOf(file), file))
                sorted.add(value);
        else
            for (const value of objectsOf(file))
                sorted.add(value);
        const { pods, events, otherCount } = sorted;
        const manifest = otherCount === 0 ? [] : [{ file, text: sorted.isMixed && isJson ? sorted.otherText() : textOf(file) }];
        return {
            evidence: [],
            warnings: [],
            pods: pods.length > 0 ? { file, pods } : undefined,
            podEvents: events,
            manifests: manifest,
        };
    },
};
class SortedObjects {
    pods = [];
    events = [];
    #others = [];
    #eventCount = 0;
    get otherCount() {
        return this.#others.length;
    }
    /** Manifests among pods: positions in the file say nothing to whoever ran kubectl. */
    get isMixed() {
        return this.#others.length > 0 && this.pods.length + this.#eventCount > 0;
    }
    add(value) {
        const kind = fieldAt(value, ['kind']);
        const pod = kind === 'Pod' ? podObjectOf(value) : undefined;
        if (pod !== undefined)
            this.pods.push(pod);
        else if (kind === 'Event') {
            this.#eventCount++;
            const event = podEventOf(value);
            if (event !== undefined)
                this.events.push(event);
        }
        else
            this.#others.push(value);
    }
    otherText() {
        return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: this.#others });
    }
}
/** The objects of a JSON file, of a List one by one: a cluster has thousands of pods. */
function* objectsOf(file) {
    const json = new JsonStream(inputChunks(file), {
        file,
        fix: 'write the whole answer again: kubectl get ... -o json > FILE.',
    });
    if (json.peek() === '[') {
        for (const _ of json.items())
            yield json.value();
        json.end();
        return;
    }
    const own = {};
    const items = [];
    for (const key of json.keys()) {
        if (key !== 'items' || json.peek() !== '[')
            own[key] = json.value();
        else
            for (const _ of json.items())
                items.push(slim(json.value()));
    }
    json.end();
    const kind = String(own.kind ?? '');
    if (!kind.endsWith('List'))
        yield { ...own, ...(items.length === 0 ? {} : { items }) };
    // A PodList's items do not say their kind.
    else
        for (const item of items)
            yield { apiVersion: own.apiVersion, kind: kind.slice(0, -'List'.length), ...Object(item) };
}
/** Without what nobody reads and every object has. */
function slim(value) {
    const metadata = fieldAt(value, ['metadata']);
    if (typeof metadata === 'object' && metadata !== null)
        Reflect.deleteProperty(metadata, 'managedFields');
    return value;
}
function textOf(file) {
    let text = '';
    for (const chunk of inputChunks(file)) {
        text += chunk;
        if (text.length > manifestLimitBytes)
            throw tooLarge(file);
    }
    return text.replace(/^\ufeff/, '');
}
function firstOf(chunks) {
    for (const chunk of chunks)
        return chunk.replace(/^\ufeff/, '');
    return '';
}
function tooLarge(file) {
    return inputProblem(file, {
        code: 'too-large',
        what: `is longer than ${manifestLimitBytes} characters`,
        why: 'YAML is read whole, and manifests are far smaller.',
        fix: 'write pods and events as JSON, which is read in parts: kubectl get pods -o json.',
    });
}
