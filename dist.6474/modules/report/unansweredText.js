/**
 * Stands where a quantile over all requests falls among those that were not answered well: the share of these.
 *
 * At most ten characters, so that it fits a column of the terminal; `fail` as in k6's http_req_failed.
 * @example "4.1 % fail"
 */
export function unansweredText({ measures }, space = ' ') {
    const share = measures.unanswered_ratio?.mean;
    // Documents of earlier versions do not have the share.
    if (typeof share !== 'number')
        return 'unanswered';
    const percent = share * 100;
    if (percent < 0.05)
        return `<0.1${space}% fail`;
    return `${percent >= 99.95 ? '100' : percent.toFixed(1)}${space}% fail`;
}
