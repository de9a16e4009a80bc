const certificate =
  'the certificate is not trusted here. For one of your own, name its authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem';

/** @type {Record<string, string>} */
const explanations = {
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `${certificate} (or the server does not send its intermediate certificates)`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'no such host name',
  EAI_AGAIN: 'the host name can’t be looked up just now',
  ENETUNREACH: 'the network can’t be reached',
  EPROTO: 'no TLS there: is it http:// instead of https://?',
};

/**
 * Says in words why a request did not get through.
 * @param {unknown} error
 */
export function networkFault(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer within 10 s';
  const inner = error.cause instanceof Error ? error.cause : error;
  const { code = '' } = /** @type {NodeJS.ErrnoException} */ (inner);
  return explanations[code] ?? inner.message;
}
