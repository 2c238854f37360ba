/** Whether a metric could not be read. */
export function hasFailed(result) {
    return 'error' in result;
}
