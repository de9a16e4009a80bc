/** What Chromium sends besides, with each request of a page. Polling and Cartable's own requests bear it alike. */
export const fetchHeaders = (compressed: boolean): Record<string, string> => ({
  'sec-ch-ua-platform': '"Windows"',
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  accept: 'application/json, text/plain, */*',
  'sec-ch-ua': '"Chromium";v="147", "Not.A/Brand";v="8"',
  'sec-ch-ua-mobile': '?0',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-encoding': compressed ? 'gzip, deflate, br, zstd' : 'identity',
  'accept-language': 'fr-FR,fr;q=0.9',
});

/** … and with the opening of a websocket. */
export const socketHeaders = (origin: string): Record<string, string> => ({
  pragma: 'no-cache',
  'cache-control': 'no-cache',
  'user-agent': fetchHeaders(true)['user-agent'] ?? '',
  origin,
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'fr-FR,fr;q=0.9',
});
