/** What to do with a file that has the function of the other kind; undefined where it has not. @param found names in it */
export function otherKind(wanted: 'decide' | 'route', found: readonly string[]): string | undefined {
  const other = wanted === 'decide' ? 'route' : 'decide';
  if (!found.includes(other)) return undefined;
  return wanted === 'decide'
    ? 'It is a router, not a policy: it says where a request goes, never how many instances there are, so --policy, decide, verify and doctor have nothing to ask it. Name it in a scenario under ai.routes.X.choose, and run that.'
    : 'It is a policy, not a router: give it by --policy; a router has a function route(request, context).';
}
