/**
 * Pods that Kubernetes accepts on one node of EKS when prefix delegation gives it addresses enough: the
 * kubelet's own default, which EKS keeps for machines of up to 30 vCPUs.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html
 */
export const EKS_MAX_PODS_PER_NODE = 110;

/**
 * Pods on one node of a GKE Standard cluster, GKE's own default. It decides the addresses a node takes from the
 * pod range: a block of twice as many, rounded up to a power of two, hence 256.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
 */
export const GKE_MAX_PODS_PER_NODE = 110;

/**
 * Pods on one node of AKS when nobody names a number: what Azure's own network plug-in gives in its overlay mode is
 * more, what older plug-ins give is this.
 *
 * @see https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning
 */
export const AKS_MAX_PODS_PER_NODE = 110;

/** Root disk of a node, gp3, where `EksNodePool` is told no size. */
export const EKS_ROOT_DISK_GIB = 50;

/** Boot disk of a node, pd-balanced, where `GkeNodePool` is told no size: GKE's own default. */
export const GKE_ROOT_DISK_GIB = 100;
