/** The proposal that holds; undefined when the capacity stays as it is. */
export function winningProposal(proposals) {
    const outward = proposals.filter(({ wants }) => wants === 'out');
    if (outward.length > 0)
        return largest(outward);
    const agreed = proposals.every(({ mustAgree, wants }) => !mustAgree || wants === 'in');
    return largest(proposals.filter(({ wants, isTracking }) => wants === 'in' && (agreed || !isTracking)));
}
function largest(proposals) {
    return proposals.reduce((best, proposal) => (best === undefined || proposal.desired > best.desired ? proposal : best), undefined);
}
