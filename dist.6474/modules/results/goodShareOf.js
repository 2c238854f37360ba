/**
 * The good share of one run: of the judged requests; without an slo, of the offered ones.
 *
 * @returns undefined for a run without requests
 */
export function goodShareOf(measures) {
    const { slo_attainment: attainment, requests_good: good, requests_offered: offered } = measures;
    if (typeof attainment === 'number')
        return attainment;
    return typeof good === 'number' && typeof offered === 'number' && offered > 0 ? good / offered : undefined;
}
