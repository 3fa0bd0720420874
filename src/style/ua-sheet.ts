/**
 * The browsers' own style sheet for print (HTML, section 15, as Chromium has it), for the elements that are supported.
 * `-platen-th` centres table heads unless the alignment was set around them.
 */
export const UA_SHEET = `
@page { size: A4; margin: 1cm }
html, body, article, section, nav, aside, header, footer, main, hgroup, address, p, div, blockquote, pre, figure,
figcaption, center, dl, dt, dd, details, summary, form, fieldset, legend { display: block }
head, title, meta, link, style, base, script { display: none }
body { margin: 8px }
p, dl { margin: 1em 0 }
dd { margin-inline-start: 40px }
blockquote, figure { margin: 1em 40px }
address, cite, dfn, em, i, var { font-style: italic }
strong, b { font-weight: bolder }
center { text-align: center }
pre { white-space: pre; margin: 1em 0 }
code, kbd, samp, tt, pre { font-family: monospace }
small { font-size: smaller }
big { font-size: larger }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
u, ins { text-decoration: underline }
s, del, strike { text-decoration: line-through }
mark { background-color: yellow; color: black }
a[href] { color: #0000ee; text-decoration: underline }
abbr[title] { text-decoration: underline dotted }
q::before { content: open-quote }
q::after { content: close-quote }
bdi { unicode-bidi: isolate }
bdo { unicode-bidi: isolate-override }
h1, h2, h3, h4, h5, h6 { display: block; font-weight: bold; break-after: avoid }
h1 { font-size: 2em; margin: 0.67em 0 }
h2 { font-size: 1.5em; margin: 0.83em 0 }
h3 { font-size: 1.17em; margin: 1em 0 }
h4 { margin: 1.33em 0 }
h5 { font-size: 0.83em; margin: 1.67em 0 }
h6 { font-size: 0.67em; margin: 2.33em 0 }
hr { display: block; overflow: hidden; margin: 0.5em auto; border: 1px inset; color: gray }
ul, ol, menu { display: block; margin: 1em 0; padding-inline-start: 40px }
ul, menu { list-style-type: disc }
ol { list-style-type: decimal }
li { display: list-item }
:is(ul, ol, menu) ul, :is(ul, ol, menu) menu { list-style-type: circle }
:is(ul, ol, menu) :is(ul, ol, menu) ul, :is(ul, ol, menu) :is(ul, ol, menu) menu { list-style-type: square }
:is(ul, ol, menu, dl) :is(ul, ol, menu, dl) { margin-top: 0; margin-bottom: 0 }
table {
  display: table; box-sizing: border-box; border-spacing: 2px; border-collapse: separate; text-indent: 0;
}
caption { display: table-caption; text-align: center }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tfoot { display: table-footer-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; vertical-align: inherit; padding: 1px }
th { font-weight: bold; text-align: -platen-th }
summary { display: block }
`;
