// Draws every chart of Wellspring: <div class="ws-chart" data-kind="…" data-chart="{json}">. One theme, few kinds.
(() => {
  'use strict';

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = value => Number(value).toLocaleString(document.documentElement.lang);

  const axes = () => ({
    muted: css('--ws-muted'), line: css('--ws-line'), ink: css('--ws-ink'), water: css('--ws-water-4'),
  });

  // Tooltips are drawn as text on the canvas: HTML ones need inline styles, which our policy forbids.
  const tooltip = () => ({
    renderMode: 'richText', backgroundColor: css('--ws-card'), borderColor: css('--ws-line'),
    textStyle: { color: css('--ws-ink'), fontSize: 12 },
  });

  const channels = colour => {
    const digits = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    return [1, 3, 5].map(i => parseInt(digits.slice(i, i + 2), 16));
  };

  const dark = colour => {
    const [r, g, b] = channels(colour);
    return 0.299 * r + 0.587 * g + 0.114 * b < 150;
  };

  // Relative luminance, and the contrast of two colours, as WCAG 2.2 defines them.
  const luminance = colour => channels(colour)
    .map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  // A colour that a manager chose may be that of the page: it is mixed with ink until it can be told from it.
  const visible = colour => {
    const page = css('--ws-card'), ink = channels(css('--ws-ink'));
    let seen = colour;
    for (let share = 1; share < 10 && contrast(seen, page) < 1.6; share++)
      seen = '#' + channels(colour).map((value, i) => Math.round(value + (ink[i] - value) * share / 10).toString(16).padStart(2, '0')).join('');
    return seen;
  };

  // Only a tile of some size has room for more than its name; its tooltip and the table say the rest.
  const roomy = (data, item) => item.value >= 0.08 * data.items.reduce((sum, other) => sum + other.value, 0);

  const kinds = {
    // { items: [{ name, value, note, colour, href }] }
    treemap: data => ({
      tooltip: { ...tooltip(), formatter: item => `${item.name}\n${item.data.note}` },
      series: [{
        type: 'treemap', roam: false, nodeClick: false, breadcrumb: { show: false }, left: 0, right: 0, top: 0, bottom: 0,
        itemStyle: { borderColor: css('--ws-card'), gapWidth: 3, borderWidth: 0, borderRadius: 8 },
        label: {
          formatter: item => roomy(data, item.data) ? `{name|${item.name}}\n${item.data.note}` : `{small|${item.name}}`,
          rich: { name: { fontSize: 14, fontWeight: 600, lineHeight: 22 }, small: { fontSize: 11, lineHeight: 15 } },
          fontSize: 12, lineHeight: 18, padding: 4, overflow: 'break',
        },
        data: data.items.filter(item => item.value > 0).map(item => ({
          ...item, itemStyle: { color: item.colour },
          label: {
            color: dark(item.colour) ? '#fff' : '#0f2b33',
            rich: Object.fromEntries(['name', 'small'].map(size => [size, { color: dark(item.colour) ? '#fff' : '#0f2b33' }])),
          },
        })),
      }],
    }),

    // { nodes: [{ name, label, note, colour, depth }], links: [{ source, target, value, note, href }] }
    sankey: data => ({
      tooltip: { ...tooltip(), formatter: item => item.data.note },
      series: [{
        type: 'sankey', left: 0, right: 96, top: 8, bottom: 8, nodeGap: 10, nodeWidth: 12, draggable: false, layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        label: { color: css('--ws-ink'), fontSize: 12, formatter: item => item.data.label },
        lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
        data: data.nodes.map(node => ({ ...node, itemStyle: { color: visible(node.colour), borderWidth: 0 } })),
        links: data.links,
      }],
    }),

    // { labels: […], series: [{ name, values: […], colour? }], unit? }
    // { names: […], areas: [users in exactly the sets whose bits are set, from 1 on] } for two or three sets
    venn: (data, element) => ({ graphic: circles(data, element) }),
    bars: data => cartesian(data, 'bar'),
    lines: data => cartesian(data, 'line'),
  };

  // What two circles have in common.
  const lens = (r, s, d) => {
    if (d >= r + s) return 0;
    if (d <= Math.abs(r - s)) return Math.PI * Math.min(r, s) ** 2;
    const a = Math.acos((d * d + r * r - s * s) / (2 * d * r)), b = Math.acos((d * d + s * s - r * r) / (2 * d * s));
    return r * r * (a - Math.sin(2 * a) / 2) + s * s * (b - Math.sin(2 * b) / 2);
  };

  // How far apart two circles must lie to have just so much in common.
  const distance = (r, s, common) => {
    let near = Math.abs(r - s), far = r + s;
    for (let i = 0; i < 40; i++) {
      const middle = (near + far) / 2;
      if (lens(r, s, middle) > common) near = middle; else far = middle;
    }
    return far;
  };

  // Circles as large as the sets and, each pair, as far into one another as the sets are; three can only nearly do so at once.
  const circles = (data, element) => {
    const width = element.clientWidth, height = element.clientHeight;
    const sum = test => data.areas.reduce((all, users, at) => test(at + 1) ? all + users : all, 0);
    const radii = data.names.map((name, i) => Math.sqrt(Math.max(sum(mask => mask >> i & 1), 1e-9) / Math.PI));
    const apart = (i, j) => distance(radii[i], radii[j], sum(mask => (mask >> i & 1) && (mask >> j & 1)));
    const centres = [[0, 0], [apart(0, 1), 0]];
    if (data.names.length === 3) {
      const a = apart(0, 2), b = apart(1, 2), d = centres[1][0] || 1e-9;
      const x = Math.max(-a, Math.min(a, (a * a - b * b + d * d) / (2 * d)));
      centres.push([x, Math.sqrt(Math.max(a * a - x * x, 0))]);
    }
    const edge = (k, sign) => Math[sign > 0 ? 'max' : 'min'](...centres.map((c, i) => c[k] + sign * radii[i]));
    const scale = Math.min((width - 24) / (edge(0, 1) - edge(0, -1)), (height - 60) / (edge(1, 1) - edge(1, -1)));
    const at = (k, value, size) => size / 2 + (value - (edge(k, 1) + edge(k, -1)) / 2) * scale;
    const colours = ['--ws-water-4', '--ws-gold', '--ws-leak'].map(css);
    // Each name has a corner of its own, so that names never lie over one another; what does not fit is shortened, and said whole to whoever points at it.
    const room = width / 2 - 32, left = i => i === 1 ? width / 2 + 22 : 22, top = i => i < 2 ? 4 : height - 18;
    return centres.flatMap((c, i) => [
      { type: 'circle', shape: { cx: at(0, c[0], width), cy: at(1, c[1], height), r: radii[i] * scale }, style: { fill: colours[i], opacity: 0.45 } },
      { type: 'circle', z: 10, shape: { cx: left(i) - 10, cy: top(i) + 7, r: 5 }, style: { fill: colours[i], opacity: 0.7 } },
      {
        type: 'text', z: 10, x: left(i), y: top(i),
        style: { text: data.names[i], fill: css('--ws-ink'), textAlign: 'left', textVerticalAlign: 'top', fontSize: 12, width: room, overflow: 'truncate', ellipsis: '…' },
        onmouseover: () => { element.title = data.names[i]; }, onmouseout: () => { element.title = ''; },
      },
    ]);
  };

  const cartesian = (data, type) => {
    const look = axes();
    return {
      grid: { left: 8, right: 28, top: data.series.length > 1 ? 32 : 12, bottom: 4, containLabel: true },
      legend: data.series.length > 1 ? { type: 'scroll', top: 0, textStyle: { color: look.muted } } : undefined,
      tooltip: { ...tooltip(), trigger: 'axis', valueFormatter: value => (data.unit || '') + number(value) },
      xAxis: {
        type: 'category', data: data.labels, axisLabel: { color: look.muted, fontSize: 11, hideOverlap: true },
        axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false },
      },
      yAxis: {
        type: 'value', min: data.min, max: data.max, interval: data.interval,
        axisLabel: {
          color: look.muted, fontSize: 11,
          formatter: value => Math.abs(value) >= 1e12 ? number(value / 1e12) + 'T' : Math.abs(value) >= 1e9 ? number(value / 1e9) + 'B' : Math.abs(value) >= 1e6 ? number(value / 1e6) + 'M' : Math.abs(value) >= 1e4 ? number(value / 1e3) + 'K' : number(value),
        },
        splitLine: { lineStyle: { color: look.line } },
      },
      series: data.series.map(series => ({
        type, name: series.name, data: series.values.map(value => value?.itemStyle ? { ...value, itemStyle: { color: visible(value.itemStyle.color) } } : value), symbolSize: 6, barMaxWidth: 34, showSymbol: series.values.length < 40,
        itemStyle: { color: series.colour ? visible(series.colour) : look.water, borderRadius: type === 'bar' ? [4, 4, 0, 0] : 0 },
      })),
    };
  };

  const draw = element => {
    const data = JSON.parse(element.dataset.chart);
    const chart = echarts.getInstanceByDom(element) || echarts.init(element);
    chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...kinds[element.dataset.kind](data, element) }, true);
    chart.off('click');
    chart.on('click', event => { if (event.data?.href) location.href = event.data.href; });
  };

  const drawAll = root => root.querySelectorAll('.ws-chart').forEach(draw);

  drawAll(document);
  // Back and Forward bring a whole page without a target.
  document.addEventListener('htmx:afterSwap', event => drawAll(event.detail.target || document));
  document.addEventListener('ws:theme', () => drawAll(document));
  new ResizeObserver(() => document.querySelectorAll('.ws-chart').forEach(element => echarts.getInstanceByDom(element)?.resize()))
    .observe(document.querySelector('main'));
})();
