import { basename, extname } from 'node:path';
import { policyFile } from '../../policy/policyFiles.js';
/** The files with what scales the service, each once, as copies that are the scenario's candidates. */
export function policyCopies({ autoscalers, policies }) {
    const files = new Map();
    for (const { evidence } of autoscalers)
        files.set(evidence.file, evidence.text);
    for (const { file, text } of policies)
        files.set(file, text);
    const taken = new Set();
    return [...files].map(([file, text]) => {
        const plain = policyFile.test(file) ? basename(file) : `${basename(file).replace(/\W/g, '_')}.yaml`;
        let name = plain;
        for (let number = 2; taken.has(name); number++) {
            const ending = extname(plain);
            name = `${plain.slice(0, plain.length - ending.length)}-${number}${ending}`;
        }
        taken.add(name);
        return { name: `policies/${name}`, text };
    });
}
