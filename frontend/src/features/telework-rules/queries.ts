import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '#/api/client'
import type { components } from '#/api/generated/schema'

type Schemas = components['schemas']
export type RuleValues = Schemas['TeleworkRuleValues']
export type RuleName = Schemas['TeleworkRuleName']
export type DepartmentRules = Schemas['DepartmentRules']
export type EveryRow = Schemas['TeleworkRules']
export type Whose = Schemas['WhoseRule']
export type DepartmentChange = Schemas['PatchedDepartmentRulesWanted']
export type EveryoneChange = Schemas['PatchedEveryoneRulesWanted']

/** The departments whose rules are mine to set. */
export const departmentsOptions = () => api.queryOptions('get', '/telework/departments/', {})

/** What holds in a department, with whose word each rule is. */
export const departmentRulesOptions = (id: number) =>
  api.queryOptions('get', '/telework/departments/{id}/rules/', { params: { path: { id } } })

/** Every row of rules, for HR and IT. */
export const everyRowOptions = () => api.queryOptions('get', '/telework/rules/', {})

/** Set rules of a department; the answer is what holds then. */
export function useSetDepartmentRules(id: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: DepartmentChange): Promise<DepartmentRules> => {
      const { data } = await client.PATCH('/telework/departments/{id}/rules/', {
        params: { path: { id } },
        body,
      })
      if (!data) throw new Error('rules without an answer')
      return data
    },
    onSettled: refresh,
  })
}

/** Set rules for everyone. */
export function useSetEveryone() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: EveryoneChange): Promise<EveryRow> => {
      const { data } = await client.PATCH('/telework/rules/everyone/', { body })
      if (!data) throw new Error('rules without an answer')
      return data
    },
    onSettled: refresh,
  })
}

function useRefresh() {
  const cache = useQueryClient()
  // Not waited for: the form that saved has to hear of it before what it shows is read anew.
  return () => {
    void cache.invalidateQueries({
      predicate: ({ queryKey }) =>
        typeof queryKey[1] === 'string' && /^\/telework\/(rules|departments|registrations)/.test(queryKey[1]),
    })
  }
}
