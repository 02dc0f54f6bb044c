/** The mark of the site, as large as its place in the panel's header. Its link has a name. */
export function Icon() {
  return (
    <svg aria-hidden="true" height="100%" viewBox="0 0 32 32" width="100%">
      <Mark />
    </svg>
  )
}

/** Above the login. */
export function Logo() {
  return (
    <svg aria-label="Imprimatur" height="48" role="img" viewBox="0 0 176 32" width="264">
      <Mark />
      <text fill="currentColor" fontFamily="Georgia, serif" fontSize="24" textLength="128" x="44" y="24">
        Imprimatur
      </text>
    </svg>
  )
}

function Mark() {
  return (
    <>
      <circle cx="16" cy="16" fill="#9a1b1e" r="16" />
      <circle cx="16" cy="16" fill="none" r="12.5" stroke="#fdfcf9" strokeWidth="1" />
      <path d="M12 9h8v1.6h-2.4v10.8H20V23h-8v-1.6h2.4V10.6H12z" fill="#fdfcf9" />
    </>
  )
}
