import type { ReactNode } from 'react'

interface IconProps {
  /** Edge in pixels. */
  size?: number
  className?: string
}

/** Strokes on a grid of 24. An icon is decoration: the word stands beside it. */
export function icon(strokes: ReactNode) {
  return function Icon({ size = 24, className = '' }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={`shrink-0 ${className}`}
      >
        {strokes}
      </svg>
    )
  }
}

const calendarFrame = (
  <>
    <rect x="4" y="5" width="16" height="15.5" rx="2.5" />
    <path d="M8 3v4M16 3v4M4 9.8h16" />
  </>
)
const clockFace = (
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.2V12l3.2 2" />
  </>
)

export const CalendarCheckIcon = icon(
  <>
    {calendarFrame}
    <path d="m8.8 14.8 2.3 2.3 4.2-4.2" />
  </>,
)
export const CalendarIcon = icon(calendarFrame)
export const ListCalendarIcon = icon(
  <>
    {calendarFrame}
    <path d="M8 13.2h8M8 16.6h5" />
  </>,
)
export const PlanIcon = icon(
  <>
    {calendarFrame}
    <path d="M4 15.100h16M9.3 9.800v10.700M14.700 9.800v10.700" />
  </>,
)
export const ApproveIcon = icon(
  <path d="M13.500 3.500H6.500A1.500 1.500 0 0 0 5 5v14.500A1.500 1.500 0 0 0 6.500 21h11a1.500 1.500 0 0 0 1.500-1.500V9zM13.500 3.500V9H19M8.700 14.300l2.300 2.300 4.300-4.300" />,
)
export const RecordIcon = icon(<path d="M5 4h14v16.500H5zM8.500 8.500h7M8.500 12.300h7M8.500 16.100h4" />)
export const PersonSearchIcon = icon(
  <>
    <circle cx="10" cy="7.800" r="3.600" />
    <path d="M3.500 19.800c.5-3.600 3-5.700 6.500-5.700" />
    <circle cx="16.200" cy="16.200" r="3.200" />
    <path d="m18.600 18.600 2.600 2.600" />
  </>,
)
export const HomeIcon = icon(<path d="M4 11.500 12 4.500l8 7M6 10v10h12V10M10 20v-5.500h4V20" />)
export const DeskIcon = icon(
  <path d="M3 10h18M5.5 10v9.5M18.5 10v9.5M9 15.5h6M9 10v9.5M15 10v9.5M8 4.5h8V10H8z" />,
)
export const BellIcon = icon(
  <path d="M6.2 16.5V11a5.8 5.8 0 0 1 11.6 0v5.5l1.7 1.8h-15zM12 5.2V3.4M9.8 18.4a2.2 2.2 0 0 0 4.4 0" />,
)
export const PrinterIcon = icon(
  <path d="M7 9V4h10v5M7 17H4.5v-6.2A1.8 1.8 0 0 1 6.3 9h11.4a1.8 1.8 0 0 1 1.8 1.8V17H17M7 14h10v6H7z" />,
)
export const SearchIcon = icon(
  <>
    <circle cx="10.8" cy="10.8" r="6.3" />
    <path d="m15.6 15.6 4.9 4.9" />
  </>,
)
export const GlobeIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.8" />
    <path d="M3.2 12h17.6M12 3.2c2.4 2.5 3.6 5.4 3.6 8.8s-1.2 6.3-3.6 8.800c-2.4-2.5-3.6-5.4-3.6-8.800s1.2-6.3 3.6-8.800z" />
  </>,
)
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="7.8" r="3.8" />
    <path d="M4.8 20.200c.6-3.7 3.4-5.9 7.2-5.900s6.6 2.2 7.2 5.9" />
  </>,
)
export const PeopleIcon = icon(
  <>
    <circle cx="9.2" cy="8" r="3.3" />
    <path d="M3 19.500c.5-3.3 2.9-5.2 6.2-5.200s5.7 1.9 6.2 5.200M15.6 4.900a3.3 3.3 0 0 1 0 6.200M17.6 14.700c1.9.8 3.1 2.4 3.4 4.8" />
  </>,
)
export const MenuIcon = icon(<path d="M4 6.500h16M4 12h16M4 17.500h16" />)
export const CloseIcon = icon(<path d="m5.5 5.5 13 13M18.5 5.500l-13 13" />)
export const CheckIcon = icon(<path d="m4.8 12.8 4.7 4.700L19.3 7" />)
export const ChevronDownIcon = icon(<path d="m6.5 9.5 5.5 5.5 5.5-5.5" />)
export const ChevronUpIcon = icon(<path d="M6.5 14.5 12 9l5.5 5.5" />)
export const ChevronLeftIcon = icon(<path d="M14.5 6.5 9 12l5.5 5.5" />)
export const ChevronRightIcon = icon(<path d="M9.5 6.5 15 12l-5.5 5.5" />)
export const ClockIcon = icon(clockFace)
export const FlagIcon = icon(<path d="M6 21V4h11.500l-2.5 4 2.5 4H6" />)
export const WarningIcon = icon(<path d="M12 4 2.8 20h18.400zM12 10v4.800M12 17.200v.1" />)
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.8" />
    <path d="M12 11v5.500M12 7.600v.1" />
  </>,
)
export const MonitorIcon = icon(<path d="M3.5 4.500h17v11h-17zM12 15.500v4M8 19.500h8" />)
export const HeightIcon = icon(<path d="M12 3.500v17M8.5 7 12 3.5 15.5 7M8.5 17l3.5 3.5 3.5-3.5" />)
export const QuietIcon = icon(
  <path d="M4 9.500v5h3.200L12 18.500v-13L7.2 9.500zM15.8 9.800l4.4 4.400M20.2 9.800l-4.4 4.4" />,
)
export const WheelchairIcon = icon(
  <path d="M11 7.500v6h5l2.5 5.500M11 10h4.500M8.8 11.200a4.7 4.7 0 1 0 6 6.300M11 4.300v.1" />,
)
export const WindowIcon = icon(<path d="M5 3.500h14v17H5zM12 3.500v17M5 12h14" />)
export const WandIcon = icon(
  <path d="m4 20 10.5-10.500M13 11l-1.5-1.5 2-2L15 9zM17.5 3.500v3M16 5h3M20 9.500v2M19 10.500h2M10 4v2M9 5h2" />,
)
export const SwapIcon = icon(<path d="M4 8.500h15M15.5 5 19 8.5 15.5 12M20 15.500H5M8.5 12 5 15.5 8.5 19" />)
export const PlusIcon = icon(<path d="M12 4.500v15M4.5 12h15" />)
export const MinusIcon = icon(<path d="M4.5 12h15" />)
export const FitIcon = icon(<path d="M4 8.500V4h4.500M15.5 4H20v4.500M20 15.500V20h-4.500M8.5 20H4v-4.5" />)
export const ListIcon = icon(<path d="M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.100M4 12h.100M4 18h.1" />)
export const FilterIcon = icon(<path d="M3.5 6.500h17M7 12h10M10.500 17.500h3" />)
export const MapIcon = icon(<path d="m3.5 6 5.7-2 5.6 2 5.7-2v14l-5.7 2-5.6-2-5.7 2zM9.2 4v14M14.8 6v14" />)
export const ChartIcon = icon(<path d="M4 4v16h16.500M8.5 16.500v-5M12.500 16.500V6.500M16.500 16.500v-7" />)
export const BlocksIcon = icon(
  <path d="M3.500 4.500h7.500V11H3.500zM14.500 4.500h6V11h-6zM3.500 14.500h6v6h-6zM13 14.500h7.500v6H13z" />,
)
export const TreeIcon = icon(
  <path d="M9 3.5h6V8H9zM3 15.5h6V20H3zM15 15.5h6V20h-6zM12 8v3.800M6 15.500v-3.700h12v3.700" />,
)
export const LockIcon = icon(<path d="M5.5 11h13v9h-13zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11" />)
export const ArrowRightIcon = icon(<path d="M4.5 12h14.500M13.5 6.5 19 12l-5.5 5.5" />)
export const OfflineIcon = icon(
  <path d="M3.5 9a13 13 0 0 1 17 0M6.8 12.700a8.5 8.5 0 0 1 10.4 0M9.8 16.300a4 4 0 0 1 4.4 0M12 19.800v.100M4 4l16 16" />,
)
export const SignOutIcon = icon(<path d="M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4" />)
export const UndoIcon = icon(<path d="M8.5 5 4.5 9l4 4M4.5 9h9.500a5 5 0 0 1 0 10H9" />)
