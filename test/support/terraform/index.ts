export * from './describe-terraform';
export * from './find-terraform';
export * from './lifecycle';
export * from './simulated-providers';
export * from './simulation-options';
export * from './terraform-plan';
export * from './terraform-workspace';
