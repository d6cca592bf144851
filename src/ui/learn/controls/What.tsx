import { useState } from 'react'
import { type Role, roles, type Work } from '../../../state/lessons/what.ts'
import { Choice } from '../../common/Choice.tsx'
import type { ControlsProps } from '../kit.ts'

const options = roles.map((id) => ({ id, label: id[0]!.toUpperCase() + id.slice(1) }))

const views: Readonly<Record<Role, string>> = {
  issuer: 'You know the person and hold the key. You write the claims, sign them, and hand the token out.',
  holder:
    'You carry the string and show it. You can read it, but you cannot change it without being noticed.',
  verifier: 'You were not there. You read the claims, check the signature with a key you trust, and decide.',
}

export function What({ work, change }: ControlsProps<Work>) {
  const [role, setRole] = useState<Role | 'none'>('none')
  const take = (id: Role | 'none') => {
    if (id === 'none') return
    setRole(id)
    if (!work.roles.includes(id)) change({ roles: [...work.roles, id] })
  }
  return (
    <>
      <Choice<Role | 'none'> label="Seen as" options={options} value={role} onChange={take} />
      <p role="status">{role === 'none' ? 'Choose who you are.' : views[role]}</p>
    </>
  )
}
