/** Share of a class's requests that go to a service. */
export function routeShare(route, service) {
    if (typeof route === 'string')
        return route === service ? 1 : 0;
    const total = Object.values(route).reduce((sum, weight) => sum + weight, 0);
    return (route[service] ?? 0) / total;
}
