import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type BookingRule, departmentsOptions, floorOptions, floorsOptions } from './queries'

/** Says where and for whom a rule is: `6階Eエリア・予約席・広聴課`. */
export function useScopeWords(rules: readonly BookingRule[], today: string): (rule: BookingRule) => string {
  const { t } = useTranslation(['rules', 'everyday'])
  const someArea = rules.some(({ area }) => area != null)
  const someDepartment = rules.some(({ department }) => department != null)
  const floors = useQuery({ ...floorsOptions(today), enabled: someArea }).data ?? []
  const plans = useQueries({ queries: floors.map(({ id }) => floorOptions(id, today)) })
  const departments = useQuery({ ...departmentsOptions(), enabled: someDepartment }).data ?? []
  const areaName = new Map(plans.flatMap(({ data }) => data?.areas ?? []).map(({ id, name }) => [id, name]))
  const departmentName = new Map(departments.map(({ id, name }) => [id, name]))
  return ({ area, desk_mode, department }) => {
    const parts = [
      area != null && (areaName.get(area) ?? '…'),
      desk_mode && t(`mode.${desk_mode}`),
      department != null && (departmentName.get(department) ?? '…'),
    ].filter(Boolean)
    return parts.length > 0 ? parts.join(t('separator')) : t('everywhere')
  }
}
