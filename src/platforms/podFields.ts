/**
 * Fields of a pod and its containers that a scenario has no setting for.
 *
 * Source: the API reference of core/v1 (PodSpec, Container).
 */

/** They change when a pod serves, where it runs or what it has: each with the effect it has there. */
export const podEffects: Readonly<Record<string, string>> = {
  affinity: 'it chooses nodes, and may leave a pod without one; here instances are spread over the zones evenly',
  topologySpreadConstraints: 'they spread pods, and may leave one without a node; here the zones are used evenly',
  nodeSelector: 'it chooses nodes, and may leave a pod without one; here every launch finds room within the quota',
  tolerations: 'they open nodes to a pod; here every launch finds room within the quota',
  initContainers: 'they run before the containers, so their time belongs into the startup of the scenario',
  priorityClassName: 'a pod may be evicted for one of higher priority; here nothing is',
  overhead: 'it is added to the requests of the pod; here it is not',
  activeDeadlineSeconds: 'the pod ends after it; here instances live until they are removed',
};

export const containerEffects: Readonly<Record<string, string>> = {
  lifecycle: 'a preStop hook takes its time from the grace period before the process hears of its end',
};

/** They say what runs and how it is allowed to. */
export const podDescriptions: readonly string[] = [
  'automountServiceAccountToken',
  'containers',
  'dnsConfig',
  'dnsPolicy',
  'enableServiceLinks',
  'ephemeralContainers',
  'hostAliases',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'hostUsers',
  'hostname',
  'imagePullSecrets',
  'nodeName',
  'os',
  'preemptionPolicy',
  'priority',
  'readinessGates',
  'resourceClaims',
  'resources',
  'restartPolicy',
  'runtimeClassName',
  'schedulerName',
  'schedulingGates',
  'securityContext',
  'serviceAccount',
  'serviceAccountName',
  'setHostnameAsFQDN',
  'shareProcessNamespace',
  'subdomain',
  'terminationGracePeriodSeconds',
  'volumes',
];

export const containerDescriptions: readonly string[] = [
  'args',
  'command',
  'env',
  'envFrom',
  'image',
  'imagePullPolicy',
  'livenessProbe',
  'name',
  'ports',
  'readinessProbe',
  'resizePolicy',
  'resources',
  'restartPolicy',
  'securityContext',
  'startupProbe',
  'stdin',
  'stdinOnce',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'tty',
  'volumeDevices',
  'volumeMounts',
  'workingDir',
];
