/**
 * A script for sh that asks Prometheus each query, with what it is for, and writes all answers to one file, bundle.json.
 *
 * Its arguments go to curl: a header, a certificate. An answer that is an error stays in the file and is named when it is read;
 * a server that cannot be reached leaves no file.
 */
export function collectScript({ queries, url, rangeSeconds, stepSeconds, notes }) {
    const texts = JSON.stringify(Object.fromEntries(queries.map(({ role, query }) => [role, query])), undefined, 2);
    return [
        '#!/bin/sh',
        ...notes.map((note) => `# ${note}`),
        'set -eu',
        `PROMETHEUS=\${PROMETHEUS:-${quoted(url)}}`,
        `END=\${END:-$(date +%s)}`,
        `START=\${START:-$((END - ${rangeSeconds}))}`,
        `STEP=\${STEP:-${stepSeconds}}`,
        '',
        '# ask NAME QUERY [CURL OPTION...]',
        'ask() {',
        '  name=$1 query=$2',
        '  shift 2',
        `  printf ',\\n"%s": ' "$name"`,
        '  curl -sS --get "$PROMETHEUS/api/v1/query_range" --data-urlencode "query=$query" \\',
        '    --data-urlencode "start=$START" --data-urlencode "end=$END" --data-urlencode "step=$STEP" "$@"',
        '}',
        '',
        'collect() {',
        `  printf '{ "queries": %s' ${quoted(texts)}`,
        ...queries.flatMap(({ role, purpose, query }) => [
            '',
            `  # ${role}: ${purpose}`,
            `  ask ${role} ${quoted(query)} "$@"`,
        ]),
        '',
        `  printf '\\n}\\n'`,
        '}',
        '',
        'collect "$@" > bundle.json.part',
        'mv bundle.json.part bundle.json',
        '',
    ].join('\n');
}
/** One word for the shell, whatever stands in it. */
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
