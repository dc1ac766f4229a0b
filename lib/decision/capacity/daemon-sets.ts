import type { Resources } from './demand';

/**
 * What the agents on every node take from it before the workload comes: network, DNS cache, storage driver, log and metric
 * collectors. These are assumptions of this project, rounded up from the requests that the platforms' default agents
 * declare; nobody publishes a sum. They come off every node and are not part of the demand.
 */
export const EKS_DAEMON_SETS: Resources = { milliCpu: 250, memoryMib: 300, pods: 4 };

/**
 * GKE runs more agents of its own: Dataplane V2, metadata server and log collector ask for about 100 m each, managed
 * Prometheus, DNS cache, storage driver and metrics agent for the rest. An assumption, as above.
 */
export const GKE_DAEMON_SETS: Resources = { milliCpu: 350, memoryMib: 600, pods: 8 };

/** kube-proxy and a pod network with its policy agent. An assumption, as above. */
export const ON_PREM_DAEMON_SETS: Resources = { milliCpu: 250, memoryMib: 300, pods: 3 };

/** Pods that a kubelet accepts by default; kubeadm leaves it so. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
export const ON_PREM_MAX_PODS_PER_NODE = 110;
