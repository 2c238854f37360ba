export function problemsOf({ files }) {
    return files.flatMap(({ problems }) => problems);
}
export function manifestsOf({ files }) {
    return files.flatMap(({ manifests }) => manifests);
}
