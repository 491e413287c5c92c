const first = {}

export default first
