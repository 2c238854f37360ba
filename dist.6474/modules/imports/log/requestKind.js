/** Kubernetes' kubelet, load balancers of AWS and Google, monitors. Each names itself in its agent. */
const probeAgent = /kube-probe|ELB-HealthChecker|GoogleHC|GoogleStackdriverMonitoring|Amazon-Route53-Health-Check|Consul Health Check|Prometheus\/|Blackbox|UptimeRobot|Pingdom|StatusCake|Datadog|NewRelicPinger|HealthChecker/i;
/** Paths that Kubernetes, nginx, Envoy and Spring Boot use for it. */
const probePath = /^\/(?:[\w.-]+\/)?(?:_?health[_-]?(?:z|y|check)?|readyz?|readiness|livez?|liveness|startupz|metrics|nginx_status|stub_status|server-status|-\/(?:healthy|ready)|actuator\/(?:health|prometheus|metrics)(?:\/\w+)?)\/?$/i;
const staticPath = /\.(?:css|m?js|map|png|jpe?g|gif|svg|ico|webp|avif|bmp|woff2?|ttf|otf|eot)$/i;
/** What kind of request a line tells of. */
export function requestKind({ path, agent, method }) {
    const plain = pathOf(path);
    if (agent !== undefined && probeAgent.test(agent))
        return 'probe';
    const isReading = method === undefined || method === 'GET' || method === 'HEAD';
    if (!isReading)
        return 'user';
    if (probePath.test(plain))
        return 'probe';
    return staticPath.test(plain) ? 'static' : 'user';
}
/** Without scheme, host and query: some servers log whole addresses. Cut, since anybody may ask for anything. */
export function pathOf(path = '') {
    return path
        .slice(0, 500)
        .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
        .replace(/[?#].*$/s, '');
}
