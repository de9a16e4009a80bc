import { renderSide } from './render-side';

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form action="https://evil.example"><input name=password><button>ok</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example)',
  '[x](/profile)',
  '[x](ftp://evil.example)',
  '[x](https://example.com "\\" onmouseover=\\"alert(1)")',
  '[x](https://example.com" onmouseover="alert(1))',
  '<javascript:alert(1)>',
  '![x](x" onerror="alert(1))',
  '![<img src=x onerror=alert(1)>](x)',
  '[<img src=x onerror=alert(1)>](https://example.com)',
  '```"><script>alert(1)</script>\nx\n```',
  '```html\n<img src=x onerror=alert(1)>\n```',
  '`<script>alert(1)</script>`',
  '| <img src=x onerror=alert(1)> |\n|---|\n| x |',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\includegraphics[height=1em]{https://evil.example/x.png}$',
  '$\\htmlStyle{position:fixed;inset:0}{x}$',
  '$\\htmlClass{mat-mdc-button danger}{x}$',
  '$\\htmlId{app-root}{x}$',
  '$\\htmlData{a=b}{x}$',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$<img src=x onerror=alert(1)>$',
  '$\\color{red;background:url(https://evil.example)}x$',
  '<style>@import "https://evil.example"</style>',
  '<div style="position:fixed;inset:0">x</div>',
  '<p id="location" name="location">x</p>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '\u0000<scr\u0000ipt>alert(1)</script>',
];

const harmless =
  /^(href|target|rel|start|align|class|accent|accentunder|columnalign|columnlines|columnspacing|depth|display|displaystyle|fence|form|height|largeop|linethickness|lspace|mathcolor|mathvariant|maxsize|minsize|movablelimits|notation|rowlines|rowspacing|rspace|scriptlevel|separator|stretchy|symmetric|voffset|width|xmlns)$/;
const forbidden =
  'script,img,svg,iframe,object,embed,form,input,button,style,link,meta,base,video,audio,[style],[id],[name]';

describe('a hostile side', () => {
  it.each(hostile)('does nothing: %p', (text) => {
    const side = document.createElement('div');
    side.append(renderSide(text));
    expect(side.querySelector(forbidden)).toBeNull();
    for (const element of side.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(harmless);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:)/);
        if (name === 'class') expect(value).toBe('katex-error');
      }
    }
  });
});
