export * from './aks';
export * from './built-in';
export * from './eks';
export * from './gke';
export * from './on-prem';
export * from './self-managed-ec2';
