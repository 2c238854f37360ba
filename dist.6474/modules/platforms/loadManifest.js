import { ProblemError } from '../base/problem.js';
import { definitionPolicy } from '../policy/definitionPolicy.js';
import { PolicyFault } from '../policy/policy.js';
import { chooseManifest } from './chooseManifest.js';
import { readManifests } from './readManifestSet.js';
/**
 * A manifest as a policy, ready to start.
 *
 * @throws ProblemError when it cannot be read
 */
export function loadManifest(spec) {
    const { path, code, params, metricNames } = spec;
    const found = readManifests({ text: code, file: path, params, metricNames });
    return {
        name: found[0].manifest.name,
        params,
        aloneBecause: 'its platform lets one controller act, elected among those that stand by',
        feedsOf: (serviceName) => chooseManifest(found, serviceName, path).manifest.feeds,
        boundsOf: (serviceName) => {
            const { manifest } = chooseManifest(found, serviceName, path);
            return manifest.hasBounds ? manifest.bounds : undefined;
        },
        start: (host) => {
            const chosen = chooseManifest(found, host.serviceNames[0], path);
            const { open = [] } = chosen.manifest;
            if (open.length > 0)
                throw new ProblemError(open);
            return policyOf(chosen, spec).start(host);
        },
    };
}
function policyOf({ manifest }, { fileName }) {
    return definitionPolicy({
        fileName,
        name: manifest.name,
        // The manifest's fields have taken the user's parameters already.
        params: {},
        // A platform keeps everything in `context.state`, so one definition serves every run.
        fresh: () => manifest.definition,
        toFault: (thrown, timeSeconds) => {
            if (!(thrown instanceof PolicyFault))
                return thrown instanceof Error ? thrown : new Error(String(thrown));
            return new PolicyFault(`${fileName}: ${thrown.message}`, { kind: thrown.kind, timeSeconds });
        },
    });
}
