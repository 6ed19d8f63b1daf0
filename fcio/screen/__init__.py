"""The only part of the package that knows Streamlit: it asks and it shows."""
