export * from './aws-replacements';
export * from './compare-stacks';
export * from './findings';
export * from './google-replacements';
export * from './replacing-attributes';
export * from './stack-document';
