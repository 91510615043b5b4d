import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, MarkPointComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only what the charts over time need; as SVG they print sharply and stay small.
use([BarChart, LineChart, GridComponent, MarkLineComponent, MarkPointComponent, SVGRenderer])

export { init }
