import type { VeeamSpcConfig } from '../config.ts';

/** The minor version that the console is to speak. Reading sends no `X-Request-id`: up to 6.0 it makes every answer wait. */
export const clientVersionHeader = ({
  clientVersion,
}: Pick<VeeamSpcConfig, 'clientVersion'>): { readonly 'X-Client-Version'?: string } =>
  clientVersion === undefined ? {} : { 'X-Client-Version': clientVersion };
