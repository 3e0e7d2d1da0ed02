"""Forty hostile texts; those that run set a canary on the page."""

from __future__ import annotations

CANARY = "window.top.canary=(window.top.canary||0)+1"

PAYLOADS: tuple[str, ...] = (
    f"<script>{CANARY}</script>",
    f"</script><script>{CANARY}</script>",
    f'<img src=x onerror="{CANARY}">',
    f"<img src=x onerror='{CANARY}'>",
    f'<svg onload="{CANARY}">',
    f"<svg><script>{CANARY}</script></svg>",
    f'<svg><animate onbegin="{CANARY}" attributeName=x dur=1s>',
    f'<body onload="{CANARY}">',
    f'<iframe srcdoc="<script>{CANARY}</script>"></iframe>',
    f'<details open ontoggle="{CANARY}">x</details>',
    f'<input autofocus onfocus="{CANARY}">',
    f'<video><source onerror="{CANARY}"></video>',
    f'<math><mtext></table><img src=x onerror="{CANARY}"></mtext></math>',
    f"<noscript><p title=\"</noscript><img src=x onerror='{CANARY}'>\">",
    f"<style>@import 'javascript:{CANARY}';</style>",
    f'<a href="javascript:{CANARY}">click</a>',
    f'<marquee onstart="{CANARY}">x</marquee>',
    f'<object data="javascript:{CANARY}"></object>',
    f'"><img src=x onerror="{CANARY}">',
    f"'><img src=x onerror='{CANARY}'>",
    f'" onmouseover="{CANARY}" x="',
    f"${{{CANARY}}}",
    f"`+({CANARY})+`",
    f"`;{CANARY};`",
    f"${{(()=>{{{CANARY}}})()}}",
    f"\\`${{{CANARY}}}",
    f"{{{{constructor.constructor('{CANARY}')()}}}}",
    f"{{% {CANARY} %}}",
    f"');{CANARY};//",
    f'");{CANARY};//',
    f"*/{CANARY}/*",
    f'<!--><img src=x onerror="{CANARY}">-->',
    f']]><img src=x onerror="{CANARY}">',
    f"[x](javascript:{CANARY})",
    f'![x](x"onerror="{CANARY})',
    f'&lt;img src=x onerror="{CANARY}"&gt;',
    f'\u202e<img src=x onerror="{CANARY}">\u2066',
    f'{"x" * 10_000}<img src=x onerror="{CANARY}">',
    f'\U0001f4a3\U0001f468\u200d\U0001f469\u200d\U0001f467<img src=x onerror="{CANARY}">',
    f'=HYPERLINK("javascript:{CANARY}")',
)
"""NUL is not among them: a store keeps no NUL, and geo.view.escape has its own test for it."""
