export * from './cloud-story';
export * from './describe-moto';
export * from './find-aws-tools';
export * from './fit-stack';
export * from './inventory';
export * from './moto-cloud';
